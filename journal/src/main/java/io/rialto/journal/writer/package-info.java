/** Writing: staging, the queue, forcing, the durable mark, cutting a torn tail. */
package io.rialto.journal.writer;
