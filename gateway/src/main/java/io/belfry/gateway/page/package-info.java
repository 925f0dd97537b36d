/** What people look at. */
package io.belfry.gateway.page;
