"""The directory as open data: HSDS 3.1 API, one file with everything, GeoJSON, vCard, iCalendar, CSV."""
