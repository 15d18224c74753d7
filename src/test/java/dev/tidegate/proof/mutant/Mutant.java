package dev.tidegate.proof.mutant;

import dev.tidegate.proof.check.Finding.Kind;
import dev.tidegate.proof.tampering.DoorWrong;
import dev.tidegate.proof.tampering.SqlWrong;
import dev.tidegate.proof.tampering.Tampering;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bug, how it is planted for one tenant, and what the checker must say of it. */
enum Mutant {
    DUPLICATES_ARE_APPLIED(Kind.APPLIED_TWICE) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            trigger(
                    owner,
                    tenant,
                    "before insert on operations.journal",
                    "if new.dedupe is not null then new.dedupe := gen_random_uuid(); end if; return new;");
        }
    },
    STALE_WINS(Kind.STALE_OVERWROTE) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            Tampering.begin(SqlWrong.STALE_WINS);
        }
    },
    LEDGER_FORGETS(Kind.WRONG_EFFECT) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            trigger(
                    owner,
                    tenant,
                    "before insert on operations.stock_ledger",
                    "if new.log_offset % 10 = 0 then return null; end if; return new;");
        }
    },
    LEDGER_WRITES_TWICE(Kind.APPLIED_TWICE) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            trigger(
                    owner,
                    tenant,
                    "after insert on operations.stock_ledger",
                    """
                    if new.entry < 1000 then
                        new.entry := new.entry + 1000;
                        insert into operations.stock_ledger select new.*;
                    end if;
                    return null;""");
        }
    },
    A_BALANCE_IS_EDITED(Kind.WRONG_BALANCE) {
        @Override
        void sabotage(JdbcClient owner, String tenant) {
            owner.sql(
                            """
                            update operations.stock set moved = moved + 1000000
                            where (item, location, lot) = (select item, location, lot from operations.stock
                                                           where tenant = ? limit 1) and tenant = ?
                            """)
                    .params(tenant, tenant)
                    .update();
        }
    },
    ACKNOWLEDGED_AND_NOT_KEPT(Kind.LOST) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            Tampering.begin(DoorWrong.ACKNOWLEDGES_UNKEPT);
        }
    },
    OTHER_BYTES_ARE_KEPT(Kind.INVENTED) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            Tampering.begin(DoorWrong.REWRITES_BYTES);
        }
    },
    STALE_IS_CALLED_DUPLICATE(Kind.WRONG_FATE) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            trigger(
                    owner,
                    tenant,
                    "before update on operations.journal",
                    "if new.fate = 'stale' then new.fate := 'duplicate'; end if; return new;");
        }
    },
    FATES_ARE_FORGOTTEN(Kind.NO_FATE) {
        @Override
        void sabotage(JdbcClient owner, String tenant) {
            owner.sql("delete from operations.journal where tenant = ? and log_offset % 10 = 3")
                    .param(tenant)
                    .update();
        }
    },
    FACTS_ARE_DROPPED(Kind.NO_FACT) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            trigger(
                    owner,
                    tenant,
                    "before insert on operations.outbox",
                    "if new.id % 3 = 0 then return null; end if; return new;");
        }
    },
    COUNTS_DRIFT(Kind.UNBALANCED) {
        @Override
        void sabotage(JdbcClient owner, String tenant) {
            owner.sql(
                            "update platform.log_count set value = value + 1 where tenant = ? and measure = 'duplicate'")
                    .param(tenant)
                    .update();
        }
    },

    /** The last, for what it leaves can't be taken out: positions behind the ends of their logs. */
    POSITION_MOVES_AHEAD_OF_THE_EFFECT(Kind.NO_FATE) {
        @Override
        void plant(JdbcClient owner, String tenant) {
            Tampering.begin(SqlWrong.POSITION_SKIPS);
        }

        /** Another worker takes over, and begins where the position says. */
        @Override
        void meanwhile(JdbcClient owner) {
            owner.sql(
                            "update platform.log_position set epoch = epoch + 1 where consumer = 'operations'")
                    .update();
        }
    };

    private static final String FUNCTION =
            """
            create or replace function operations.mutant() returns trigger language plpgsql as $$
            begin
                if new.tenant <> '%s' then return new; end if;
                %s
            end $$
            """;

    final Kind expected;

    Mutant(Kind expected) {
        this.expected = expected;
    }

    /** Before anything is sent. */
    void plant(JdbcClient owner, String tenant) {}

    /** Again and again while messages come. */
    void meanwhile(JdbcClient owner) {}

    /** After everything has its fate. */
    void sabotage(JdbcClient owner, String tenant) {}

    private static void trigger(JdbcClient owner, String tenant, String when, String body) {
        owner.sql(FUNCTION.formatted(tenant, body)).update();
        owner.sql(
                        "create trigger mutant "
                                + when
                                + " for each row execute function operations.mutant()")
                .update();
    }

    static void end(JdbcClient owner) {
        Tampering.end();
        owner.sql("drop function if exists operations.mutant() cascade").update();
    }
}
