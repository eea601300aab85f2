package isuumo.testing;

import java.lang.management.ManagementFactory;

/** What of the heap is in use once what nobody needs is collected. */
public final class UsedHeap {
    private UsedHeap() {}

    public static long mebibytes() {
        for (int i = 0; i < 3; i++) {
            System.gc(); // the second finds what the first has queued
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
