"""The wards of the demonstration; the first one answers on 127.0.0.1."""

from projects_pages.demo.doan_ket import WARD as DOAN_KET
from projects_pages.demo.ha_bac import WARD as HA_BAC
from projects_pages.demo.minh_hoa import WARD as MINH_HOA

WARDS = (DOAN_KET, HA_BAC, MINH_HOA)
