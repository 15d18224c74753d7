package dev.tidegate.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * HTTP in general.
 *
 * @param bodySizeMax bytes of a JSON body; messages have bounds of their own
 */
@ConfigurationProperties("tidegate.web")
public record WebSettings(@DefaultValue("2MB") DataSize bodySizeMax) {}
