package dev.tidegate.governance.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo.
 *
 * @param enabled whether the first start makes the tenants acme, globex and initech, each with a
 *     source a format and some data
 */
@ConfigurationProperties("tidegate.demo")
public record DemoSettings(@DefaultValue("true") boolean enabled) {}
