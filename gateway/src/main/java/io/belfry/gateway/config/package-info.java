/** How a gateway works. */
package io.belfry.gateway.config;
