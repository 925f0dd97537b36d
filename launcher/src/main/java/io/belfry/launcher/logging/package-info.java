/** How a server's log is written: one record a line, and no secret in it. */
package io.belfry.launcher.logging;
