/** The embedded broker. */
package io.belfry.broker;
