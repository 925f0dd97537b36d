/** Lets browsers and curl take part: CometD, server-sent events, REST and the pages. */
package io.belfry.gateway;
