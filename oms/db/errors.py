"""What PostgreSQL refuses, said in a sentence: constraint name or OM code -> HTTP status and translatable message.

The one catalog of domain errors. Placeholders in a message are filled from the error's JSON detail.
"""

from sqlalchemy.exc import DBAPIError

from oms.db.refusal import DomainError, Refusal, detail_of


def N_(message: str) -> str:  # noqa: N802 - the usual name of the extraction marker
    """Mark a message for extraction; it is translated when shown."""
    return message


def explain(error: DBAPIError) -> Exception:
    """The DomainError for a database error in the catalog; anything else is returned as it is."""
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is None:
        return error
    for code in (diagnosis.constraint_name, diagnosis.sqlstate):
        if code in REFUSALS:
            return DomainError(code, REFUSALS[code], detail_of(diagnosis.message_detail))
    return error


_INTERNAL = Refusal(
    409, N_("That would break a promise that OMS keeps, so nothing was changed. Please tell support what you did.")
)
_GONE = Refusal(404, N_("That doesn't exist, or it isn't yours to see."))
_STALE = Refusal(409, N_("Somebody changed this meanwhile. Look at the new state and try again."))
_NOT_NOW = Refusal(409, N_("That step isn't possible any more: it has moved on meanwhile. Look at the new state."))
_CHOICE = Refusal(422, N_("That isn't one of the choices."))
_ALREADY = Refusal(409, N_("That is there already."))
_POSITIVE = Refusal(422, N_("The quantity must be at least 1."), "quantity")

REFUSALS: dict[str, Refusal] = {
    # Stock
    "OM101": Refusal(409, N_("Not enough stock of %(sku)s: %(wanted)s wanted, %(available)s available."), "quantity"),
    "OM102": Refusal(409, N_("The SKU %(sku)s belongs to another product."), "sku"),
    "OM103": _POSITIVE,
    # Kits
    "OM150": Refusal(422, N_("There is no SKU %(sku)s that could be part of a kit."), "components"),
    "OM151": Refusal(
        409, N_("%(component)s is a kit itself, so it can't be part of the kit %(kit)s: use its parts."), "components"
    ),
    "OM152": Refusal(
        409,
        N_(
            "%(location)s has %(quantity)s of %(sku)s, or expects them. A kit has no stock of its own: bring that to zero."
        ),
        "components",
    ),
    "OM153": Refusal(
        409,
        N_(
            "Order %(reference)s still waits for %(sku)s as it is. Deliver or cancel it before you make a kit of the SKU."
        ),
        "components",
    ),
    "OM154": Refusal(409, N_("%(sku)s is a kit: it has no stock of its own, its parts have."), "sku"),
    "OM155": Refusal(422, N_("%(sku)s doesn't need to be delivered, so it can't be part of a kit."), "components"),
    "OM156": Refusal(422, N_("There is no SKU %(sku)s that could be sent instead."), "substitutes"),
    "OM157": Refusal(
        409, N_("%(substitute)s is taxed differently, so it can't be sent instead of %(sku)s."), "substitutes"
    ),
    "OM158": Refusal(
        409, N_("That is a cycle of substitutes: %(skus)s. Take one of them out of its list."), "substitutes"
    ),
    "substitutes_not_itself": Refusal(422, N_("A SKU can't be sent instead of itself."), "substitutes"),
    "substitutes_position_unique": _INTERNAL,
    "variants_substitute_price_known": _CHOICE,
    "kit_components_quantity_sensible": Refusal(422, N_("A kit has 1 to 1000 of each part."), "components"),
    "kit_components_not_itself": Refusal(422, N_("A kit can't be part of itself."), "components"),
    "OM104": Refusal(422, N_("Choose a reason."), "reason"),
    "OM109": Refusal(
        409, N_("The stock changed meanwhile: you saw %(expected)s, now there are %(on_hand)s on hand."), "quantity"
    ),
    "OM110": _INTERNAL,
    "OM120": Refusal(
        409,
        N_("Only %(free)s can be set aside here: the rest is promised to orders, or set aside already."),
        "quantity",
    ),
    "OM121": Refusal(409, N_("Only %(unavailable)s are set aside here."), "quantity"),
    "OM160": Refusal(422, N_("A delivery needs at least one SKU."), "lines"),
    "OM161": Refusal(422, N_("There is no SKU %(sku)s."), "lines"),
    "OM162": Refusal(422, N_("Say why, so that others understand it."), "reason"),
    "OM163": Refusal(422, N_("It is expected on that day already."), "expected_on"),
    "OM164": Refusal(409, N_("Nothing more of this delivery is expected.")),
    "incoming_reference_given": Refusal(
        422, N_("Give the delivery a reference, such as its order number."), "reference"
    ),
    "incoming_reference_unique": Refusal(
        409, N_("A delivery with this reference is expected here already."), "reference"
    ),
    "incoming_lines_quantity_positive": Refusal(422, N_("The quantity must be at least 1."), "lines"),
    "incoming_lines_received_not_negative": _INTERNAL,
    "incoming_lines_closed_within_quantity": _INTERNAL,
    "incoming_lines_pegged_within_open": _INTERNAL,
    "incoming_lines_sku_once": _INTERNAL,
    "OM122": Refusal(
        409,
        N_("There is stock of %(sku)s: nobody can say of which lot it is. Correct it to zero first, then receive it."),
        "tracking",
    ),
    "OM123": Refusal(422, N_("Lots of this SKU expire: say when lot %(lot)s does."), "expires_on"),
    "OM124": Refusal(422, N_("The lots must add up to the quantity."), "quantity"),
    "OM125": Refusal(409, N_("Lot %(lot)s is known, and its expiry is %(expires_on)s."), "expires_on"),
    "OM126": Refusal(
        409, N_("The units of %(sku)s are told apart: this can only be done for a lot or a serial number, on its page.")
    ),
    "OM127": Refusal(422, N_("%(sku)s is not told apart by lot or serial number."), "lots"),
    "OM128": Refusal(409, N_("Lot %(lot)s has been recalled already.")),
    "OM129": Refusal(422, N_("Say why the lot is recalled."), "reason"),
    "variants_tracking_known": _CHOICE,
    "variants_expiry_needs_lots": Refusal(
        422, N_("Only lots expire: choose to tell its units apart by lot."), "has_expiry"
    ),
    "lots_code_clean": Refusal(
        422, N_("A lot or serial number has 1 to 48 letters, digits and signs, without spaces."), "code"
    ),
    "lots_code_unique": _ALREADY,
    "lot_levels_within_on_hand": Refusal(
        409, N_("Only units of the lot that aren't promised or set aside can be taken away."), "quantity"
    ),
    "lot_levels_serial_is_one": Refusal(
        409, N_("A serial number is one unit, and this one is in stock already."), "serials"
    ),
    "lot_levels_serial_once": Refusal(
        409, N_("A serial number is one unit, and this one is in stock already."), "serials"
    ),
    "allocation_lots_quantity_positive": _INTERNAL,
    "movements_sequence_unique": _INTERNAL,
    "levels_reserved_within_on_hand": Refusal(
        409, N_("Only stock that isn't promised to an order can be taken away."), "quantity"
    ),
    "levels_unavailable_not_reserved": Refusal(
        409, N_("Stock that is promised to orders can't be made unavailable."), "unavailable"
    ),
    "levels_safety_not_negative": Refusal(422, N_("The safety stock can't be negative."), "safety"),
    "levels_unavailable_not_negative": Refusal(422, N_("The unavailable stock can't be negative."), "unavailable"),
    "levels_soft_within_reserved": _INTERNAL,
    "levels_incoming_not_negative": _INTERNAL,
    "OM130": Refusal(409, N_("Nothing is on hold there any more: its time was up, or it was ordered or released.")),
    "OM131": Refusal(422, N_("Stock can be held for a minute to 30 days."), "minutes"),
    "OM132": Refusal(
        409, N_("%(sku)s is a kit: it has no stock of its own to sell from a pool. Its parts can have one.")
    ),
    "holds_kind_known": _CHOICE,
    "holds_key_given": _INTERNAL,
    "holds_one_active_per_key": _ALREADY,
    "holds_transition_lawful": _NOT_NOW,
    "holds_end_with_their_state": _INTERNAL,
    "hold_lines_quantity_positive": _POSITIVE,
    "movements_quantity_not_zero": Refusal(422, N_("A difference of zero changes nothing."), "quantity"),
    "movements_kind_known": _INTERNAL,
    # Transfers
    "OM140": Refusal(422, N_("There is no SKU or barcode %(code)s."), "code"),
    "OM141": Refusal(
        409,
        N_(
            "Of %(sku)s, %(open)s are still on their way, so %(wanted)s can't be taken in. "
            "If more came than was sent, book the rest as surplus."
        ),
        "quantity",
    ),
    "OM142": Refusal(409, N_("There is nothing on this transfer yet. Add a SKU first.")),
    "OM143": _NOT_NOW,
    "OM190": Refusal(
        409,
        N_(
            "Of lot %(lot)s, %(open)s are on their way with this transfer, so %(wanted)s can't be taken in. "
            "If more came than was sent, book the rest as surplus."
        ),
        "lot",
    ),
    "OM191": Refusal(
        409, N_("Of lot %(lot)s, %(free)s can be sent from here. Choose fewer of it, or another lot."), "lot"
    ),
    "OM192": Refusal(
        422, N_("The units of %(sku)s are told apart: scan or choose the lot or serial number it is."), "lot"
    ),
    "OM193": Refusal(
        409, N_("Of %(sku)s, %(chosen)s are chosen by lot. Choose fewer of a lot first, or take it off."), "quantity"
    ),
    "OM194": Refusal(
        409, N_("Serial number %(lot)s is on its way with transfer %(transfer)s: take it in there."), "serials"
    ),
    "OM195": Refusal(
        409,
        N_(
            "Units of %(sku)s are on their way with transfer %(transfer)s: nobody can say of which lot they are. "
            "Take them in first, and correct them to zero."
        ),
        "tracking",
    ),
    "OM196": Refusal(
        409,
        N_("Lot %(lot)s has expired or was recalled, so it isn't sent. Change the transfer: others take its place."),
    ),
    "transfer_lots_sent_whole": _INTERNAL,
    "transfer_lots_not_negative": _POSITIVE,
    "transfer_lots_accounted_for": _INTERNAL,
    "transfer_receipt_lots_quantity_not_zero": _INTERNAL,
    "transfers_between_two_places": Refusal(422, N_("Choose two different locations."), "destination"),
    "transfers_transition_lawful": _NOT_NOW,
    "transfer_lines_quantity_positive": _POSITIVE,
    "transfer_lines_sent_whole": _INTERNAL,
    "transfer_lines_not_negative": _INTERNAL,
    "transfer_lines_accounted_for": _INTERNAL,
    "transfer_receipts_outcome_known": _CHOICE,
    "transfer_receipts_quantity_not_zero": _POSITIVE,
    "transfer_receipts_key_unique": _ALREADY,
    "transfer_receipts_undone_once": Refusal(409, N_("That has been undone already.")),
    "transfer_receipts_undoing_takes_back": _INTERNAL,
    # Counts
    "OM145": Refusal(
        409,
        N_(
            "Of %(sku)s, %(left)s would be left, but %(reserved)s are promised to orders and %(unavailable)s are set aside. "
            "Look at what it is reserved for, send those orders elsewhere or cancel them, or count it again."
        ),
    ),
    "OM146": Refusal(409, N_("Somebody corrected %(sku)s after it was counted. Count it again.")),
    "OM147": Refusal(
        409, N_("The differences come to %(units)s units. So many have to be approved before they are posted.")
    ),
    "OM148": Refusal(409, N_("%(code)s isn't part of this count. Put it aside, or count it by itself."), "code"),
    "OM149": Refusal(422, N_("There is nothing to count, or nothing was counted yet.")),
    "counts_scope_known": _CHOICE,
    "counts_transition_lawful": _NOT_NOW,
    "count_lines_counted_not_negative": Refusal(422, N_("Fewer than none can't be there."), "quantity"),
    "locations_count_limit_units_not_negative": Refusal(422, N_("The limit can't be negative."), "count_limit_units"),
    "locations_count_limit_minor_not_negative": Refusal(422, N_("The limit can't be negative."), "count_limit_minor"),
    # Demand and routing
    "OM201": _NOT_NOW,
    "allocations_quantity_positive": _INTERNAL,
    "pegs_quantity_positive": _INTERNAL,
    "pegs_transition_lawful": _NOT_NOW,
    "backorder_terms_most_positive": Refusal(422, N_("The limit must be at least 1."), "most"),
    "allocations_transition_lawful": _NOT_NOW,
    "lines_wanted_positive": _POSITIVE,
    "lines_quantities_not_negative": _INTERNAL,
    "lines_quantities_conserved": _INTERNAL,
    "lines_delivered_within_shipped": _INTERNAL,
    "requests_method_known": _CHOICE,
    "requests_pickup_has_location": Refusal(422, N_("Choose the store where it is picked up."), "location"),
    "requests_shipping_has_address": Refusal(422, N_("A shipment needs an address."), "address"),
    "OM202": Refusal(409, N_("%(location)s ships no more than %(count)s orders on that day.")),
    "OM220": Refusal(
        409, N_("Version %(version)s was used, so it stays as it is. Edit the profile: that makes a draft.")
    ),
    "OM221": Refusal(422, N_("Orders can't be routed by that. Put right what is wrong with it first.")),
    "OM222": Refusal(
        409, N_("The profile “%(profile)s” can't decide: it is archived, or no version of it was activated."), "profile"
    ),
    "OM223": Refusal(409, N_("Rule %(n)s gives orders to “%(profile)s”. Give that rule another profile first.")),
    "OM224": Refusal(422, N_("Rule %(n)s asks nothing. Choose at least one condition, or remove it.")),
    "OM225": Refusal(
        409,
        N_("Rule %(n)s never applies: rule %(earlier)s takes all of its orders. Move it up, or remove it."),
    ),
    "OM226": Refusal(
        409, N_("Rules %(earlier)s and %(n)s ask the same, but name different profiles. Remove one of them.")
    ),
    "rules_condition_given": Refusal(422, N_("Choose at least one condition.")),
    "rules_minimum_positive": Refusal(422, N_("The value must be more than nothing.")),
    "rules_position_unique": _INTERNAL,
    "request_profiles_reason_known": _INTERNAL,
    "request_profiles_rule_told": _INTERNAL,
    "OM230": Refusal(409, N_("Something is being tried on the past already. Wait until it is done, or cancel it.")),
    "OM231": Refusal(
        422,
        N_("Nothing was decided in the last %(days)s days, so there is nothing to try it on. Choose more days."),
        "days",
    ),
    "OM232": Refusal(409, N_("These rules judge in the shadow already. End that before you start anew."), "version"),
    "simulations_days_sensible": Refusal(422, N_("Choose 1 to 365 days."), "days"),
    "simulations_transition_lawful": _NOT_NOW,
    "simulations_done_within_total": _INTERNAL,
    "simulations_done_has_results": _INTERNAL,
    "simulations_one_at_a_time": _NOT_NOW,
    "shadows_end_has_somebody": _INTERNAL,
    "shadows_one_per_version": _NOT_NOW,
    "profiles_name_unique": Refusal(409, N_("Another profile has this name."), "name"),
    "profiles_name_given": Refusal(422, N_("Give the profile a name."), "name"),
    "profiles_default_stays": Refusal(
        409, N_("Orders without a rule of their own use this profile. Choose another default first.")
    ),
    "profile_versions_number_unique": _INTERNAL,
    "profile_versions_transition_lawful": _NOT_NOW,
    "profile_versions_one_active": _NOT_NOW,
    "profile_versions_one_draft": Refusal(409, N_("This profile already has a draft. Go on with that one.")),
    "profiles_one_default": _NOT_NOW,
    "profile_versions_criteria_given": Refusal(
        422, N_("Say what counts first when locations are compared."), "criteria"
    ),
    "profile_versions_active_once_activated": _INTERNAL,
    "rates_carrier_given": Refusal(422, N_("Name the carrier."), "carrier"),
    "rates_zone_given": Refusal(422, N_("Give the zone a name."), "zone"),
    "rates_zone_unique": Refusal(409, N_("This carrier already has a rate for this zone."), "zone"),
    "rates_max_km_positive": Refusal(422, N_("The distance must be at least 1 km."), "max_km"),
    "rates_base_not_negative": Refusal(422, N_("The price can't be negative."), "base_minor"),
    "rates_per_kg_not_negative": Refusal(422, N_("The price can't be negative."), "per_kg_minor"),
    "rates_transit_days_sensible": Refusal(422, N_("A parcel travels 0 to 90 days."), "transit_days"),
    "capacity_days_used_not_negative": _INTERNAL,
    "accuracies_asked_positive": _INTERNAL,
    "accuracies_short_within_asked": _INTERNAL,
    "OM240": Refusal(422, N_("We know no such place. Give its latitude and longitude instead."), "postal_code"),
    "promises_one_per_line": _INTERNAL,
    "promises_state_known": _INTERNAL,
    "promises_cause_known": _INTERNAL,
    "promises_resolved_once_not_open": _INTERNAL,
    "promises_missed_for_a_cause": _INTERNAL,
    "promises_kept_for_none": _INTERNAL,
    # Orders
    "OM301": Refusal(422, N_("An order needs at least one line."), "lines"),
    "OM302": Refusal(422, N_("There is no SKU %(sku)s."), "sku"),
    "OM303": Refusal(409, N_("Order %(number)s is already done or canceled.")),
    "OM304": Refusal(409, N_("That hold has already been taken off.")),
    "OM305": Refusal(422, N_("Write something first."), "text"),
    "OM310": _INTERNAL,
    "OM311": Refusal(
        409,
        N_("%(number)s waits on its shelf for the customer: take it off the shelf first, then change what is in it."),
    ),
    "OM312": Refusal(422, N_("Nothing is chosen, so nothing would change.")),
    "OM314": Refusal(409, N_("%(shipped)s of %(title)s have left already: it can't be fewer than that.")),
    "OM315": Refusal(422, N_("%(sku)s has no price in %(currency)s: write one.")),
    "OM316": Refusal(
        409,
        N_(
            "%(place)s has begun %(number)s, so it can't be delivered in another way: let them give the work back first,"
            " or cancel what is open."
        ),
    ),
    "OM317": Refusal(
        422,
        N_(
            "It carries the taxes of its country, so it can't go to another one: cancel it and place a new order with the"
            " new address."
        ),
    ),
    "OM318": Refusal(409, N_("Nothing would be left of the order: cancel it instead.")),
    "OM319": Refusal(409, N_("This change was confirmed, discarded or has expired. Look at the order and start anew.")),
    "OM320": Refusal(
        409, N_("Order %(number)s isn't canceled, so there is nothing to reopen. To sell the same again, duplicate it.")
    ),
    "OM321": Refusal(
        409, N_("Money of order %(number)s was given back, so it stays canceled. To sell the same again, duplicate it.")
    ),
    "OM322": Refusal(
        409,
        N_(
            "%(number)s is too far along for that, or over. Where it is picked or packed, go back a step or give it back."
        ),
    ),
    "OM323": Refusal(422, N_("Choose units that aren't picked yet, at least one, and leave at least one.")),
    "OM324": Refusal(
        409,
        N_("%(other)s can't be put into %(number)s: only work for one order, at one location, that is as far along."),
    ),
    "OM325": Refusal(
        422,
        N_(
            "%(place)s can't take this over: it must be another location that ships, and the work must be to ship. Where a"
            " customer collects is changed by editing the order."
        ),
    ),
    "changes_end_with_a_time": _INTERNAL,
    "changes_one_draft_per_order": _ALREADY,
    "changes_transition_lawful": _NOT_NOW,
    "versions_what_known": _INTERNAL,
    "OM313": Refusal(
        409, N_("Of %(title)s only %(open)s can still be canceled: the rest has left or was canceled before.")
    ),
    "OM340": Refusal(422, N_("A tag has at most 40 characters: “%(tag)s” is longer."), "add"),
    "OM341": Refusal(422, N_("An order has at most 50 tags. Take some off first."), "add"),
    "OM342": Refusal(422, N_("Only somebody who sees this order can look after it. Choose another person."), "person"),
    "OM343": Refusal(409, N_("The kind of a field stays as it is. Archive “%(key)s” and add another field."), "kind"),
    "OM344": Refusal(422, N_("This shop has no field “%(key)s”. Add it in the settings first."), "fields"),
    "OM345": Refusal(422, N_("What you wrote for “%(label)s” isn't of the kind that the field takes."), "fields"),
    "OM346": Refusal(422, N_("“%(label)s” is required. Fill it in."), "fields"),
    "OM347": Refusal(409, N_("An order has at most 50 files. Remove some first."), "file"),
    "attachments_name_plain": Refusal(422, N_("A file's name has at most 120 characters and no slashes."), "file"),
    "attachments_once_per_order": Refusal(409, N_("This order has that file already."), "file"),
    "attachments_removed_by_somebody": _INTERNAL,
    "attachments_size_allowed": Refusal(422, N_("A file has at most 10 MB, and something in it."), "file"),
    # Drafts
    "OM350": Refusal(409, N_("This draft is no longer there: it was placed or discarded meanwhile.")),
    "OM351": Refusal(
        409,
        N_(
            "%(by)s saved this draft meanwhile. What you typed is still here: note what you need of it, then open the draft again."
        ),
    ),
    "OM352": Refusal(409, N_("This draft was placed meanwhile: it is order %(number)s.")),
    "drafts_discarded_by_somebody": _INTERNAL,
    "drafts_key_given": _INTERNAL,
    "drafts_key_unique": _ALREADY,
    "drafts_say_something": Refusal(422, N_("Write a name or add a product first: a draft needs one of them.")),
    # Views
    "views_filter_something": Refusal(
        422, N_("This is the list of all orders. Filter it first, then save what you see.")
    ),
    "views_name_given": Refusal(422, N_("Give the view a name of at most 40 characters."), "name"),
    "views_name_once_in_the_team": Refusal(
        409, N_("The team has a view of that name already. Choose another name."), "name"
    ),
    "views_name_once_per_person": Refusal(
        409, N_("You have a view of that name already. Choose another name."), "name"
    ),
    "attachments_type_known": Refusal(422, N_("Attach a PDF, PNG, JPEG, text or CSV file."), "file"),
    "fields_choices_where_one_is_chosen": Refusal(
        422, N_("A field of the kind Choice needs choices, one on each line; others have none."), "choices"
    ),
    "fields_key_plain": Refusal(422, N_("A key is made of small letters, digits and underscores."), "key"),
    "fields_key_unique": _ALREADY,
    "fields_kind_known": Refusal(422, N_("Choose a kind."), "kind"),
    "fields_label_given": Refusal(422, N_("Give the field a label of at most 60 characters."), "label"),
    "orders_fields_are_an_object": _INTERNAL,
    "orders_tags_clean": _INTERNAL,
    "holds_one_open_per_reason": _ALREADY,
    "holds_reason_known": Refusal(422, N_("Choose a reason."), "reason"),
    "charges_amount_not_negative": Refusal(422, N_("The amount can't be negative."), "amount"),
    "charges_kind_known": _CHOICE,
    "OM330": Refusal(409, N_("The customer of order %(number)s wants nothing else instead.")),
    "OM331": Refusal(
        409, N_("Nothing of it waits any more, or there is none of the substitute. Look at the new state.")
    ),
    "OM332": Refusal(
        422, N_("Ask the customer whether %(sku)s will do, and tick that they have agreed."), "has_agreed"
    ),
    "OM333": Refusal(
        422, N_("%(sku)s costs more. Ask the customer, and tick that they have agreed to the price."), "has_agreed"
    ),
    "OM334": Refusal(409, N_("That was answered already, or something else is asked now.")),
    "OM335": Refusal(409, N_("That can't be sent instead any more: there is none left, or its price has changed.")),
    "questions_transition_lawful": _NOT_NOW,
    "questions_quantity_positive": _INTERNAL,
    "questions_one_about_a_line": _ALREADY,
    "orders_substitution_known": _CHOICE,
    "channels_substitution_known": _CHOICE,
    "lines_order_quantity_positive": _POSITIVE,
    "lines_discount_within_price": Refusal(422, N_("The discount can't be more than the price."), "discount"),
    "lines_unit_price_not_negative": Refusal(422, N_("The price can't be negative."), "price"),
    "lines_tax_not_negative": Refusal(422, N_("The tax can't be negative."), "tax"),
    "components_per_unit_positive": _INTERNAL,
    "components_weight_not_negative": _INTERNAL,
    "components_pkey": _INTERNAL,
    "lines_position_unique": _INTERNAL,
    "orders_fulfillment_status_known": _INTERNAL,
    "orders_method_known": _CHOICE,
    "orders_number_unique": _INTERNAL,
    "orders_once_per_channel": _ALREADY,
    "orders_payable_unique": _INTERNAL,
    "orders_payment_status_known": _INTERNAL,
    "orders_request_unique": _INTERNAL,
    "orders_terms_known": _CHOICE,
    "orders_total_adds_up": _INTERNAL,
    "orders_total_not_negative": Refusal(422, N_("The order's amounts can't be negative.")),
    "orders_transition_lawful": _NOT_NOW,
    "orders_uid_unique": _INTERNAL,
    "taxes_on_line_or_charge": _INTERNAL,
    # Automations
    "OM950": Refusal(
        422,
        N_("Condition %(n)s asks for “%(fact)s”, which orders don't have. Choose something else, or remove it."),
        "conditions",
    ),
    "OM951": Refusal(
        422,
        N_("Condition %(n)s can't compare “%(fact)s” like that. Choose another comparison, or remove it."),
        "conditions",
    ),
    "OM952": Refusal(
        422,
        N_("Condition %(n)s can't compare with “%(value)s”. Write a value that fits, such as 500, 2026-12-31 or DE."),
        "conditions",
    ),
    "OM953": Refusal(422, N_("Action %(n)s isn't one that can be done. Choose another, or remove it."), "actions"),
    "OM954": Refusal(
        422, N_("Action %(n)s needs words: a tag of up to 40 characters, or what to tell. Fill it in."), "actions"
    ),
    "OM955": Refusal(422, N_("Action %(n)s needs a person who works here. Choose one."), "actions"),
    "OM956": Refusal(
        422, N_("Action %(n)s would start this automation again. Choose another event, or another action."), "actions"
    ),
    "OM957": Refusal(422, N_("An automation needs something to do. Add an action.")),
    "OM958": Refusal(422, N_("That is too much for one automation: at most 20 conditions and 10 actions. Make two.")),
    "requests_priority_known": _CHOICE,
    "rules_actions_are_a_list": _INTERNAL,
    "rules_conditions_are_a_list": _INTERNAL,
    "rules_event_known": Refusal(422, N_("Choose when it starts."), "event"),
    "rules_name_given": Refusal(422, N_("Give the automation a name of at most 80 characters."), "name"),
    "rules_name_unique": Refusal(409, N_("Another automation has this name."), "name"),
    "runs_once_per_event": _INTERNAL,
    "runs_outcome_known": _INTERNAL,
    # Access
    "OM403": Refusal(403, N_("That belongs to a location where you don't work.")),
    "OM404": _GONE,
    "OM408": _INTERNAL,
    "OM409": _STALE,
    "OM410": Refusal(409, N_("There must be at least one active owner.")),
    "OM411": Refusal(409, N_("This shop already has an owner. Ask them for an account.")),
    "OM412": Refusal(410, N_("This link is no longer good. Ask for a new one.")),
    "api_tokens_hash_unique": _INTERNAL,
    "api_tokens_name_given": Refusal(422, N_("Give the token a name."), "name"),
    "api_tokens_prefix_unique": _INTERNAL,
    "people_email_lower_case": Refusal(422, N_("That isn't an e-mail address."), "email"),
    "people_email_unique": Refusal(409, N_("Somebody already has this e-mail address."), "email"),
    "people_name_given": Refusal(422, N_("Give a name."), "name"),
    "people_role_known": Refusal(422, N_("Choose a role."), "role"),
    "people_theme_known": _CHOICE,
    # Catalog and customers
    "barcodes_code_clean": Refusal(
        422, N_("A barcode has 4 to 48 letters, digits or signs, and no spaces."), "barcodes"
    ),
    "barcodes_pkey": Refusal(409, N_("That barcode belongs to another SKU."), "barcodes"),
    "customers_email_lower_case": Refusal(422, N_("That isn't an e-mail address."), "email"),
    "customers_email_unique": Refusal(409, N_("Another customer has this e-mail address."), "email"),
    "prices_not_negative": Refusal(422, N_("The price can't be negative."), "price"),
    "products_handle_unique": Refusal(409, N_("Another product has this handle."), "handle"),
    "products_title_given": Refusal(422, N_("Give the product a title."), "title"),
    "tax_rates_sensible": Refusal(422, N_("A tax rate lies between 0 and 100 percent."), "rate"),
    "variants_sku_clean": Refusal(422, N_("A SKU has up to 64 characters and no spaces around it."), "sku"),
    "variants_sku_unique": Refusal(409, N_("There is already a SKU like this."), "sku"),
    "variants_weight_not_negative": Refusal(422, N_("The weight can't be negative."), "weight_grams"),
    # Locations
    "locations_code_clean": Refusal(422, N_("A code has 2 to 20 capital letters, digits and hyphens."), "code"),
    "locations_code_unique": Refusal(409, N_("Another location has this code."), "code"),
    "locations_kind_known": _CHOICE,
    "locations_name_given": Refusal(422, N_("Give the location a name."), "name"),
    "locations_processing_days_sensible": Refusal(422, N_("Processing takes 0 to 60 working days."), "processing_days"),
    "locations_daily_shipments_positive": Refusal(
        422, N_("A location ships at least 1 order a day, or leave it empty for no limit."), "daily_shipments"
    ),
    "locations_handling_not_negative": Refusal(422, N_("The price can't be negative."), "handling"),
    "supplier_costs_not_negative": Refusal(422, N_("The price can't be negative."), "cost_minor"),
    "locations_pickup_days_positive": Refusal(422, N_("Pickups wait 1 to 60 days."), "pickup_days"),
    # Fulfillment
    "OM501": Refusal(409, N_("%(code)s isn't part of this order. Put it back."), "code"),
    "OM502": Refusal(409, N_("All of %(code)s are already picked."), "code"),
    "OM503": _POSITIVE,
    "OM504": Refusal(409, N_("There is no earlier step to go back to.")),
    "OM505": Refusal(409, N_("The package needs a label or a tracking number first."), "tracking_number"),
    "OM520": Refusal(409, N_("%(number)s is on hold: it must not leave. Put it aside and ask the team.")),
    "OM506": Refusal(409, N_("That is done already. Look at the new state.")),
    "OM507": Refusal(409, N_("This package has a label already.")),
    "OM508": Refusal(409, N_("This order is collected at the store, so it isn't packed for shipping.")),
    "lines_picked_within_quantity": Refusal(
        409, N_("That would be more than the order wants, or less than nothing."), "quantity"
    ),
    "lines_quantity_positive": _POSITIVE,
    "orders_fulfillment_number_unique": _INTERNAL,
    "orders_fulfillment_transition_lawful": _NOT_NOW,
    "packages_label_has_tracking": Refusal(422, N_("Give the tracking number."), "tracking_number"),
    "packages_tracking_status_known": _CHOICE,
    "packages_transition_lawful": _NOT_NOW,
    "packages_weight_not_negative": Refusal(422, N_("The weight can't be negative."), "weight_grams"),
    "tracking_events_once": _ALREADY,
    "tracking_events_status_known": _CHOICE,
    # Pickup
    "OM601": Refusal(422, N_("There is no shelf %(shelf)s here."), "shelf"),
    "OM602": Refusal(
        409, N_("Locked after five wrong codes. Check the person's ID, or ask a manager to unlock it."), "code"
    ),
    "OM603": Refusal(409, N_("It is too late to undo this.")),
    "OM604": Refusal(409, N_("This pickup isn't waiting any more.")),
    "OM605": Refusal(422, N_("Extend it by 1 to 30 days."), "days"),
    "OM606": Refusal(409, N_("This pickup still waits for its customer, so it stays on its shelf.")),
    "OM607": Refusal(409, N_("This order is shipped, not collected at the store.")),
    "OM608": Refusal(409, N_("Something still stands on shelf %(shelf)s.")),
    "pickups_collected_with_proof": _INTERNAL,
    "pickups_ended_once": _NOT_NOW,
    "pickups_failed_tries_limited": _INTERNAL,
    "pickups_one_per_fulfillment_order": _ALREADY,
    "pickups_proof_known": _CHOICE,
    "pickups_put_back_after_return": _INTERNAL,
    "shelves_code_clean": Refusal(422, N_("A shelf code has up to 12 letters, digits and hyphens."), "code"),
    "shelves_code_unique": _ALREADY,
    # Payments
    "OM701": Refusal(
        409, N_("%(reference)s was already recorded, with another amount or for another order."), "reference"
    ),
    "events_amount_positive": Refusal(422, N_("The amount must be more than zero."), "amount"),
    "events_kind_known": _CHOICE,
    "events_once": _ALREADY,
    "events_outcome_known": _CHOICE,
    "payables_due_not_negative": _INTERNAL,
    "payables_waived_within_due": _INTERNAL,
    "payables_money_in_order": Refusal(
        409, N_("No more can be refunded than was paid, and no more voided than was authorized."), "amount"
    ),
    # Invoices
    "documents_hash_true": _INTERNAL,
    "invoices_number_unique": _INTERNAL,
    "invoices_one_per_fulfillment_order": _ALREADY,
    "invoices_sequence_unique": _INTERNAL,
    "invoices_total_adds_up": _INTERNAL,
    "lines_invoice_position_unique": _INTERNAL,
    # Channels, messages, links, API
    "OM902": Refusal(
        409, N_("The first request with this Idempotency-Key is still being answered. Try again in a moment.")
    ),
    "OM903": Refusal(422, N_("This Idempotency-Key was used for another request.")),
    "OM905": Refusal(409, N_("The channel %(channel)s is switched off.")),
    "OM906": Refusal(409, N_("Somebody has dealt with this order meanwhile.")),
    "OM907": Refusal(409, N_("The file must be looked through first.")),
    "OM910": Refusal(409, N_("Somebody is already working on this order, so it can no longer be canceled here.")),
    "channels_code_clean": Refusal(422, N_("A code has 2 to 30 small letters, digits and hyphens."), "code"),
    "channels_code_unique": Refusal(409, N_("Another channel has this code."), "code"),
    "channels_kind_known": _CHOICE,
    "channels_name_given": Refusal(422, N_("Give the channel a name."), "name"),
    "channels_stock_policy_known": _CHOICE,
    "idempotency_keys_length": Refusal(400, N_("An Idempotency-Key has 1 to 255 characters.")),
    "imports_state_known": _INTERNAL,
    "inbox_delivery_once": _ALREADY,
    "inbox_state_known": _INTERNAL,
    "links_token_unique": _INTERNAL,
    "messages_dedupe_key_unique": _ALREADY,
    "messages_state_known": _INTERNAL,
    "quarantine_one_per_external_id": Refusal(
        409, N_("The same order is in quarantine a second time. Repair that one.")
    ),
    "quarantine_resolved_has_order": _INTERNAL,
    "quarantine_transition_lawful": _NOT_NOW,
    "sku_aliases_given": Refusal(422, N_("Give the SKU."), "sku"),
    "secrets_long_enough": Refusal(422, N_("A secret has at least 24 characters."), "secret"),
    # Tasks and the house itself
    "OM901": Refusal(409, N_("Another worker has taken this over.")),
    "checks_broken_not_negative": _INTERNAL,
    "loaded_is_one_row": _INTERNAL,
    "shop_is_one_row": _INTERNAL,
    "schedules_every_positive": Refusal(422, N_("A schedule needs a time between its runs."), "every"),
    "tasks_attempts_within_limit": _INTERNAL,
    "tasks_dedupe_key_unique": _ALREADY,
    "tasks_lease_while_running": _INTERNAL,
    "tasks_state_known": _INTERNAL,
    "ticks_once": _ALREADY,
}
