package io.rialto.feeds.firms;

import io.rialto.protocol.AccountCapacity;
import io.rialto.protocol.AccountRole;

/**
 * What an account is for in its firm, and for whom it trades.
 *
 * @param sequence of the frame that set it last; 0 when none did
 */
public record AccountPart(int account, AccountRole role, AccountCapacity capacity, long sequence) {
    static AccountPart first(int account) {
        return new AccountPart(account, AccountRole.FULL, AccountCapacity.UNSPECIFIED, 0);
    }
}
