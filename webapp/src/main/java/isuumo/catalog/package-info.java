/**
 * Catalogs of any kind of item, and how they change.
 *
 * <p>A {@link isuumo.catalog.Kind} describes the items; a {@link isuumo.catalog.Catalog} is an immutable snapshot of them that
 * answers every read; {@link isuumo.catalog.Items} holds the current one and publishes the next, in the order that
 * {@link isuumo.catalog.CatalogPosition} keeps.
 */
package isuumo.catalog;
