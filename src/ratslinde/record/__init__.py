"""What has been made public, word for word, version by version. Nothing else ever leaves the house."""
