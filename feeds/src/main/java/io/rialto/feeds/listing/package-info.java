/** What is listed: assets, instruments and accounts, as the journal made them known. */
package io.rialto.feeds.listing;
