/** Questions to the read model: what memory let go of long ago, and what was never kept there. */
package io.rialto.feeds.archive;
