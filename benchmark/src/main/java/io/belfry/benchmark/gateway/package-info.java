/** What browsers get from Belfry's gateway, beside what CometD's own server gives them. */
package io.belfry.benchmark.gateway;
