/** The service's operations as resources. */
package io.belfry.gateway.rest;
