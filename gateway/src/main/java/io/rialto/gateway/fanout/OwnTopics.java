package io.rialto.gateway.fanout;

/** Topics of accounts that are made elsewhere than on the publishing thread. */
public interface OwnTopics {
    /** By whom they are told from now on; once. Any thread. */
    void publishedBy(Fanout fanout);

    /** That of an account; on the publishing thread. */
    Topic topic(int account);

    /** Some may have no reader any more; on the publishing thread. */
    void tidy();
}
