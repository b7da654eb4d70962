/** What an account's past says it earned: its curve, its returns, its deepest fall, and by what. */
package io.rialto.feeds.returns;
