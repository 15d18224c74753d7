package dev.tidegate.governance;

import dev.tidegate.contract.Receipts;
import dev.tidegate.governance.audit.AuditTrail;
import dev.tidegate.governance.codelist.CodeListApi;
import dev.tidegate.governance.codelist.CodeLists;
import dev.tidegate.governance.drift.BlastRadius;
import dev.tidegate.governance.drift.BlastRadiusApi;
import dev.tidegate.governance.drift.ContractApi;
import dev.tidegate.governance.drift.ContractLearner;
import dev.tidegate.governance.drift.EndpointReads;
import dev.tidegate.governance.drift.FindingApi;
import dev.tidegate.governance.drift.Findings;
import dev.tidegate.governance.drift.SourceContracts;
import dev.tidegate.governance.identity.ClientSecrets;
import dev.tidegate.governance.identity.Directory;
import dev.tidegate.governance.identity.Identity;
import dev.tidegate.governance.identity.IdentitySettings;
import dev.tidegate.governance.identity.SigningKeys;
import dev.tidegate.governance.source.MappingApi;
import dev.tidegate.governance.source.MappingCaseApi;
import dev.tidegate.governance.source.MappingCases;
import dev.tidegate.governance.source.MappingCheck;
import dev.tidegate.governance.source.MappingRehearsal;
import dev.tidegate.governance.source.MappingStudio;
import dev.tidegate.governance.source.MappingTrial;
import dev.tidegate.governance.source.Mappings;
import dev.tidegate.governance.source.Onboarding;
import dev.tidegate.governance.source.SourceApi;
import dev.tidegate.governance.source.SourceTable;
import dev.tidegate.governance.source.Sources;
import dev.tidegate.platform.Ids;
import dev.tidegate.platform.secret.Chance;
import dev.tidegate.platform.secret.Seal;
import dev.tidegate.platform.secret.SecretFiles;
import dev.tidegate.platform.sql.Database;
import dev.tidegate.platform.web.ProblemWriter;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Governance's part in the role api: tokens, sources, mappings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentitySettings.class)
public class GovernanceApi {
    @Bean
    ClientSecrets clientSecrets(SecretFiles secrets, Chance chance) {
        return new ClientSecrets(secrets.key("client-secrets"), chance);
    }

    @Bean
    Directory directory(Database database, ClientSecrets secrets) {
        return new Directory(database, secrets);
    }

    @Bean
    SigningKeys signingKeys(
            Database database,
            SecretFiles secrets,
            Chance chance,
            IdentitySettings settings,
            Clock clock,
            Ids ids) {
        var seal = new Seal(secrets.key("signing-keys"), chance);
        return new SigningKeys(database, seal, settings, clock, ids);
    }

    @Bean
    Identity identity(
            Directory directory, SigningKeys keys, IdentitySettings settings, Clock clock) {
        return new Identity(directory, keys, settings, clock);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain issuerSecurity(HttpSecurity http, Identity identity) throws Exception {
        return identity.issuer(http);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain apiSecurity(HttpSecurity http, Identity identity, ProblemWriter problems)
            throws Exception {
        return identity.api(http, problems);
    }

    @Bean
    AuditTrail auditTrail(JsonMapper json) {
        return new AuditTrail(json);
    }

    @Bean
    CodeLists codeLists(Database database, AuditTrail audit, Directory directory) {
        var lists = new CodeLists(database, audit);
        directory.tenants().forEach(lists::ensureShipped);
        return lists;
    }

    @Bean
    CodeListApi codeListApi(CodeLists lists) {
        return new CodeListApi(lists);
    }

    @Bean
    MappingCases mappingCases(
            Database database,
            AuditTrail audit,
            SourceTable table,
            ObjectProvider<MappingTrial> trial,
            JsonMapper json) {
        return new MappingCases(
                database, audit, table, trial.getIfAvailable(() -> MappingTrial.NONE), json);
    }

    @Bean
    MappingCaseApi mappingCaseApi(MappingCases cases, SourceTable table, Mappings mappings) {
        return new MappingCaseApi(cases, table, mappings);
    }

    @Bean
    Mappings mappings(
            Database database,
            AuditTrail audit,
            ObjectProvider<MappingCheck> check,
            MappingCases cases,
            CodeLists lists) {
        return new Mappings(
                database, audit, check.getIfAvailable(() -> MappingCheck.NONE), cases, lists);
    }

    @Bean
    Sources sources(
            Database database,
            AuditTrail audit,
            Mappings mappings,
            ObjectProvider<MappingCheck> check,
            SourceTable table) {
        return new Sources(
                database, audit, mappings, check.getIfAvailable(() -> MappingCheck.NONE), table);
    }

    @Bean
    Onboarding onboarding(Mappings mappings, Sources sources, MappingCases cases) {
        return new Onboarding(mappings, sources, cases);
    }

    @Bean
    SourceApi sourceApi(Sources sources) {
        return new SourceApi(sources);
    }

    @Bean
    MappingStudio mappingStudio(
            Mappings mappings,
            MappingCases cases,
            ObjectProvider<MappingCheck> check,
            ObjectProvider<MappingRehearsal> rehearsal,
            Sources sources,
            SourceTable table) {
        return new MappingStudio(
                mappings,
                cases,
                check.getIfAvailable(() -> MappingCheck.NONE),
                rehearsal.getIfAvailable(() -> MappingRehearsal.NONE),
                sources,
                table);
    }

    @Bean
    SourceContracts sourceContracts(Database database, AuditTrail audit, SourceTable table) {
        return new SourceContracts(database, audit, table);
    }

    @Bean
    ContractApi contractApi(
            SourceContracts contracts, SourceTable table, ObjectProvider<ContractLearner> learner) {
        return new ContractApi(
                contracts, table, learner.getIfAvailable(() -> ContractLearner.NONE));
    }

    @Bean
    Findings findings(Database database, AuditTrail audit, Receipts receipts) {
        return new Findings(database, audit, receipts);
    }

    @Bean
    BlastRadius blastRadius(Database database) {
        return new BlastRadius(database);
    }

    @Bean
    BlastRadiusApi blastRadiusApi(BlastRadius radius, SourceTable table) {
        return new BlastRadiusApi(radius, table);
    }

    @Bean
    FindingApi findingApi(
            Findings findings, SourceContracts contracts, SourceTable table, BlastRadius radius) {
        return new FindingApi(findings, contracts, table, radius);
    }

    @Bean
    EndpointReads endpointReads(Database database, Clock clock) {
        return new EndpointReads(database, clock);
    }

    @Bean
    WebMvcConfigurer endpointReadsSeen(EndpointReads reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(reads);
            }
        };
    }

    @Bean
    MappingApi mappingApi(Mappings mappings, ObjectProvider<MappingCheck> check) {
        return new MappingApi(mappings, check.getIfAvailable(() -> MappingCheck.NONE));
    }
}
