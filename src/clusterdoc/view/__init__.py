"""Facts to views: table, json, csv, html."""
