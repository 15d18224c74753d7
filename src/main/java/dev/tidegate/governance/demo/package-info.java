/** What a first start finds: clients, and unless unwanted three tenants with sources and data. */
@NullMarked
package dev.tidegate.governance.demo;

import org.jspecify.annotations.NullMarked;
