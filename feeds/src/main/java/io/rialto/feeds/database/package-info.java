/** Opens SQL databases: a file of its own, or PostgreSQL by a setting; either way migrated to what this release expects. */
package io.rialto.feeds.database;
