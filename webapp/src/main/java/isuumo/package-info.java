/**
 * The ISUUMO server. Start reading at {@link isuumo.Main}: how it is wired, and {@link isuumo.Endpoints}: every route on one screen.
 *
 * <p>A request flows {@code Endpoints} → a feature's routes → its catalog, an immutable snapshot of indexes → bytes. A write
 * is read from top to bottom where it is received: an upload in {@link isuumo.catalog.Items}, a purchase in
 * {@link isuumo.chair.Chairs}: received, stored in the database, published as the next snapshot, waited for, answered.
 * Before any of it {@link isuumo.rehearsal} has run that code.
 *
 * <ul>
 * <li>{@link isuumo.rehearsal}: runs that code at the start
 * <li>{@link isuumo.http}: what every route needs of HTTP
 * <li>{@link isuumo.chair}, {@link isuumo.estate}, {@link isuumo.recommend}: a feature each
 * <li>{@link isuumo.catalog}: any kind of item: its catalogs, how they are published, and the way of every write
 * <li>{@link isuumo.segment}: what a catalog is made of, so that a write costs what it changes
 * <li>{@link isuumo.index}: immutable indexes in popularity order; a leaf: no SQL, no HTTP
 * <li>{@link isuumo.gzip}: compresses lists that are joined from rows; a leaf: no SQL, no HTTP
 * <li>{@link isuumo.table}: the two tables, each described once: SQL, row events, CSV and JSON follow; a leaf
 * <li>{@link isuumo.store}: all SQL
 * <li>{@link isuumo.outcome}: what became of a request that was neither done nor refused; a leaf
 * <li>{@link isuumo.trace}: where a slow request's time went; a leaf
 * <li>{@link isuumo.gtid}: sets of global transaction ids, by which all of this is ordered; a leaf
 * <li>{@link isuumo.feed}: keeps the catalogs up with the database's row events
 * <li>{@link isuumo.cluster}: several hosts, none of which shows an old state; {@code webapp/DESIGN.md}
 * <li>{@link isuumo.metrics}: what {@code GET /metrics} tells
 * <li>{@link isuumo.site}: the built site and the pictures, where no nginx serves them
 * <li>{@link isuumo.data}: the data directory's files
 * </ul>
 *
 * <p>Imports go one way, {@code isuumo} → {@code rehearsal} → features → {@code catalog} → {@code cluster}, {@code http},
 * {@code store}, {@code data}, {@code segment} → {@code table}, {@code index}, {@code gzip}; a test enforces it.
 */
package isuumo;
