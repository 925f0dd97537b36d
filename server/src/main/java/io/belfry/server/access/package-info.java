/** Who may do what: tokens that grant roles over topics. */
package io.belfry.server.access;
