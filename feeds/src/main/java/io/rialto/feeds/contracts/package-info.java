/** What became of contracts: fundings, settlements, and the movements of the insurance fund. */
package io.rialto.feeds.contracts;
