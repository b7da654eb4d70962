/** What sources outside have told the venue. */
package io.rialto.feeds.signals;
