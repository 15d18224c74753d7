package dev.tidegate.governance.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The directory's clients as Spring's authorization server wants to see them. */
final class RegisteredClients implements RegisteredClientRepository {
    private final Directory directory;
    private final IdentitySettings settings;

    RegisteredClients(Directory directory, IdentitySettings settings) {
        this.directory = directory;
        this.settings = settings;
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return directory.client(clientId).map(this::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are made in the directory");
    }

    private RegisteredClient registered(Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(client.name())
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(client.scopes()))
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(settings.tokenLifetime())
                                .build())
                .build();
    }
}
