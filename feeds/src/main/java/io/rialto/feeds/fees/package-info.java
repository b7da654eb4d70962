/** Fee schedules, for whom they are, and what each account pays by them. */
package io.rialto.feeds.fees;
