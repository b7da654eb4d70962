/** The trades that stand: kept by instrument with what they moved, taken out and put back as clearing says, and added up. */
package io.rialto.feeds.prints;
