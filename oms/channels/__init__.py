"""Where orders come in: channels, the inbox of their webhooks, imports of files, quarantine.

Owns `channels.channels`, `secrets`, `sku_aliases`, `inbox`, `imports`, `import_problems` and `quarantine`.
`channels.place` is the one way in: it completes an order, collects every problem at once, and places it or puts it into
quarantine, where a person repairs it. Each kind of channel is a folder: `shopify` (webhooks), `shopify_csv` (exports of
orders), `phone` (a form). The API calls `channels.place` and `channels.check`; nothing else places orders.
"""
