/** Where trailing stops stand: no event says so, since it follows from the tape and the mark price. */
package io.rialto.feeds.trailing;
