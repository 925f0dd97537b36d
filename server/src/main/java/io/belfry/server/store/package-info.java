/**
 * Where the service keeps what must not be lost: one database, SQLite in a file or PostgreSQL, with
 * one schema and mostly one SQL for both.
 *
 * <p>Migrations are the files {@code V1__log.sql} and so on beside this package. They may use these
 * placeholders: <code>${id}</code> for a key that the database gives out, <code>${key}</code> for a
 * whole number as key that the program gives out, <code>${text}</code> for texts that are ordered
 * by code point, <code>${bytes}</code> for bytes.
 */
package io.belfry.server.store;
