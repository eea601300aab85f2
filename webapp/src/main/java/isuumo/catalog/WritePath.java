package isuumo.catalog;

import isuumo.cluster.Barrier;
import isuumo.gtid.GtidSet;
import java.util.concurrent.Executor;

/**
 * What the writes of all kinds go through. Thread-safe.
 *
 * @param door lets uploads in
 * @param gate is held while a write is stored and published
 * @param position the order of all publications
 * @param barrier what a write waits for before it is answered, without the gate
 * @param inquiries find out what became of a write of unknown outcome
 * @param merging runs what keeps the catalogs' segments few
 */
public record WritePath(UploadDoor door, WriteGate gate, CatalogPosition position, Barrier barrier, Inquiries inquiries,
        Executor merging) {

    /** Shows what was committed here, which the other hosts are to show from now on before anybody is answered. */
    public void publish(GtidSet commit, Runnable publication) {
        barrier.committed(commit);
        position.publishOwn(commit, publication);
    }
}
