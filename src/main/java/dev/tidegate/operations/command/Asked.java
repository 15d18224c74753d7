package dev.tidegate.operations.command;

import java.util.UUID;

/**
 * One request on its way through a turn.
 *
 * @param request hash of path and body: what an Idempotency-Key stands for
 */
record Asked<C>(Call call, UUID request, Ticket ticket, C command) {}
