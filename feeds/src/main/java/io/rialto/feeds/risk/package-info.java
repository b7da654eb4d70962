/** Risk rules by version, and what went beyond them. */
package io.rialto.feeds.risk;
