/**
 * Real databases that tests start, kill and start again. Begin with
 * {@link io.belfry.teststore.TestDatabase}, or with {@link io.belfry.teststore.TestPostgres} to
 * switch the server off.
 */
package io.belfry.teststore;
