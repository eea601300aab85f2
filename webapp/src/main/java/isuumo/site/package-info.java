/**
 * The site for people, served as static files: what {@code frontend/dist} holds, and the data set's pictures. On one
 * machine the server does this itself; behind nginx, nginx does, and this package is not switched on. Knows nothing of
 * chairs or estates.
 */
package isuumo.site;
