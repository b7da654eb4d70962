/** What accounts had and what prices were at the end of each past minute, hour or day, as far as it is kept. */
package io.rialto.feeds.past;
