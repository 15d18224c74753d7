package dev.tidegate.console.signin;

/**
 * @param clientId as typed, shown again after a refusal; the secret never is
 * @param refusal what went wrong; empty at first
 * @param to where to go once signed in
 */
public record SignInPage(String clientId, String refusal, String to) {}
