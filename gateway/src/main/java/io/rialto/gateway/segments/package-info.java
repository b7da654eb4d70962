/** How history is kept: the journal's files, how it is written, and how long a start would take; the books that it comes to. */
package io.rialto.gateway.segments;
