/** What accounts bought less what they sold, where the venue keeps count of it. */
package io.rialto.feeds.exposure;
