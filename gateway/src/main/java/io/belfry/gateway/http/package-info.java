/** What all that is served over HTTP has in common: who may come in, and what is answered. */
package io.belfry.gateway.http;
