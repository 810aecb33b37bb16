-- Nonces and hashes open customers' pages: nobody reads them, they go through tracking.ensure_link and tracking.order_of.
revoke select on tracking.links from oms_app;
