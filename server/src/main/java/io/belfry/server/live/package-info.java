/** Live listening in the process of the server: what is new is told, what is old is read. */
package io.belfry.server.live;
