/**
 * The control database: what the venue must remember and history must never know. Names, sealed secrets, people and their
 * sessions, in SQL: embedded, or in PostgreSQL when the configuration says so.
 *
 * <p>Its tables are made by the migrations in {@code /control}: {@code shared} where both databases understand the same
 * words ({@code ${bytes}} is the type of bytes), a folder of its own where they do not. A migration that was released is
 * never changed; the next one takes the next number, whichever folder it is in.
 */
package io.rialto.gateway.control;
