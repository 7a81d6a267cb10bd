# SPDX-License-Identifier: GPL-2.0-or-later
"""The Processing provider and its algorithms: thin adapters over scoring and layers."""
