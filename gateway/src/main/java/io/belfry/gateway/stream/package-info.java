/** Server-sent events. */
package io.belfry.gateway.stream;
