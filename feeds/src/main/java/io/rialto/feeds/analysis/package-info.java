/** What the past days of an account say about its risk: figures with their formula and their samples. */
package io.rialto.feeds.analysis;
