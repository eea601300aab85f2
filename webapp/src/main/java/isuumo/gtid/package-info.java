/**
 * Sets of global transaction ids: how far a database, or a catalog that follows one, has got. A leaf.
 */
package isuumo.gtid;
