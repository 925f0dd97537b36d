/** Work that one server does at a time, and which servers there are. */
package io.belfry.server.lease;
